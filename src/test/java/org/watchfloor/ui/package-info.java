/** Worlds, stages and pictures for the tests of the console. */
@NullMarked
package org.watchfloor.ui;

import org.jspecify.annotations.NullMarked;
