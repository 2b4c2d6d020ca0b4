@NullMarked
package com.mypay.platform.schema;

import org.jspecify.annotations.NullMarked;
