"""Small charts drawn as SVG on the server: pure functions of values, for pages and (`standalone=True`) for documents.

Every chart says its figures in words too: values are written at their marks, and the description repeats what the eye would see.
"""

from seoulution.drawing.charts.bars import Bar, bar_chart
from seoulution.drawing.charts.ladder import Part, Rung, ladder_chart
from seoulution.drawing.charts.lines import Event, Point, Series, aligned_chart, line_chart

__all__ = ["Bar", "Event", "Part", "Point", "Rung", "Series", "aligned_chart", "bar_chart", "ladder_chart", "line_chart"]
