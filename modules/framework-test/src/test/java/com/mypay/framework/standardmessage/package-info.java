@NullMarked
package com.mypay.framework.standardmessage;

import org.jspecify.annotations.NullMarked;
