"""What partner agencies and firms see."""
