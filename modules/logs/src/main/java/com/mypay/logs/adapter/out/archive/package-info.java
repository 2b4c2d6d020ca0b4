/** The archive as compressed files. */
@NullMarked
package com.mypay.logs.adapter.out.archive;

import org.jspecify.annotations.NullMarked;
