"""Hostile files are worked on in a process of its own: limited, without network, killed when late."""

from docctl.confinement.limits import Confinement
from docctl.confinement.program import ProgramFailed, run_confined
from docctl.confinement.work import ConfinedFault, confined

__all__ = ["ConfinedFault", "Confinement", "ProgramFailed", "confined", "run_confined"]
