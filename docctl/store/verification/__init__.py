"""Whether the registry is what was recorded: steps that look, problems that they name."""
