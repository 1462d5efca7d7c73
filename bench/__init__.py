"""One file per question; each prints ours, a peer where there is one, and the bound, in one run. Never a timed assertion."""
