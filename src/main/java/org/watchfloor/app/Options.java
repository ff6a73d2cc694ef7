package org.watchfloor.app;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the command line asked for.
 *
 * @param listen where the web door listens; empty: nowhere
 */
record Options(Path config, boolean headless, Optional<Listen> listen, boolean lab, Optional<Path> labScript) {}
