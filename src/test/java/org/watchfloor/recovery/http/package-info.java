@NullMarked
package org.watchfloor.recovery.http;

import org.jspecify.annotations.NullMarked;
