"""Which solutions fit a need, why, and which conditions hold.

Arrays and values in, rankings, reasons and checks out. Texts become vectors in `seoulution.language`.
"""
