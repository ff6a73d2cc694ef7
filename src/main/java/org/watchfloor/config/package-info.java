/** A directory of YAML files becomes a {@link org.watchfloor.config.Site}, or all of its problems at once. */
@NullMarked
package org.watchfloor.config;

import org.jspecify.annotations.NullMarked;
