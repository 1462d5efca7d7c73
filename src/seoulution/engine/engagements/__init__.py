"""The course of a cooperation: its stages and their gates, who may lawfully lead a step, what was promised, what comes next."""
