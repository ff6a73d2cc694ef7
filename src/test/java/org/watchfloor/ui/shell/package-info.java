/** The frame and its journeys. */
@NullMarked
package org.watchfloor.ui.shell;

import org.jspecify.annotations.NullMarked;
