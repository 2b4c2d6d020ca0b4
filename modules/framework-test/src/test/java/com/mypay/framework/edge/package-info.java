@NullMarked
package com.mypay.framework.edge;

import org.jspecify.annotations.NullMarked;
