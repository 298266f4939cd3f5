"""How much resources are used: views and downloads a day, counted without knowing by whom."""
