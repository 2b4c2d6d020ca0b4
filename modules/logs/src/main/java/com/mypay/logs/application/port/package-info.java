/** Other systems, as logs needs them: the files of the archive. */
@NullMarked
package com.mypay.logs.application.port;

import org.jspecify.annotations.NullMarked;
