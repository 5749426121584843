"""Rules and the run that turns a draft into findings. Pure: no Word, no disk, no YAML."""
