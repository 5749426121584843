"""The registry as values: cards, editions, submissions, and the transitions of their life."""
