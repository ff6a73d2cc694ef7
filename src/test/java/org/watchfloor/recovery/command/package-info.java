@NullMarked
package org.watchfloor.recovery.command;

import org.jspecify.annotations.NullMarked;
