/** Other systems as an edge adapter meets them: answering, refusing, silent, gone. */
@NullMarked
package com.mypay.frameworktest.stub;

import org.jspecify.annotations.NullMarked;
