"""What must hold in each browser engine, tried in Chromium, Firefox and WebKitGTK."""
