/** Commands over SSH: sessions, host keys, {@code ~/.ssh/config}, credentials. The only room that knows JSch. */
@NullMarked
package org.watchfloor.ssh;

import org.jspecify.annotations.NullMarked;
