"""What a draft consists of, found by the form of its kind."""

from docctl.recognition.recognising import recognise

__all__ = ["recognise"]
