"""One registry in several places: fetch, join or set aside, hand over."""
