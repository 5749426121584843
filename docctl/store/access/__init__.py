"""Who may do what, and the signatures that prove who did."""
