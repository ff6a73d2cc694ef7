@NullMarked
package org.watchfloor.recovery.action;

import org.jspecify.annotations.NullMarked;
