/** Business days played through the REST APIs: who takes part, what they do, what became of it. */
@NullMarked
package com.mypay.cli.play;

import org.jspecify.annotations.NullMarked;
