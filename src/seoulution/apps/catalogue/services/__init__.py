"""What changes the catalogue: loading what ships, editing and publishing, the life of claims, translations."""

from seoulution.apps.catalogue.services.loading import filled_parts, load, result_figures

__all__ = ["filled_parts", "load", "result_figures"]
