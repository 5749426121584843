"""One use case to a module; `workspace` wires the objects."""
