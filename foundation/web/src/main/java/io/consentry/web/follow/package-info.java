/** Live streams: open while there is somebody at the other end who may see them, and no longer. */
@NullMarked
package io.consentry.web.follow;

import org.jspecify.annotations.NullMarked;
