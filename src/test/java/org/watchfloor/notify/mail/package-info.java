@NullMarked
package org.watchfloor.notify.mail;

import org.jspecify.annotations.NullMarked;
