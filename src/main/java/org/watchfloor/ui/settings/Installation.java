package org.watchfloor.ui.settings;

import java.nio.file.Path;

/** Where this Watchfloor lives: the directory of its configuration, that of its data, and its version. */
public record Installation(Path configuration, Path data, String version) {}
