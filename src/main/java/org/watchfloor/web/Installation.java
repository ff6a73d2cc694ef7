package org.watchfloor.web;

import java.nio.file.Path;

/**
 * What is installed and where it keeps its data.
 *
 * @param dataDirectory its disk is watched by {@code /health/system}
 */
public record Installation(String version, Path dataDirectory) {}
