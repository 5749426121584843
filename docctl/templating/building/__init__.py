"""Template files built from their sources: WordprocessingML written whole, so that the same source gives the
same bytes and a template holds nothing that its source does not say.
"""

from docctl.templating.building.package import build

__all__ = ["build"]
