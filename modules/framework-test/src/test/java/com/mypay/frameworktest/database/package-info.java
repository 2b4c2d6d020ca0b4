@NullMarked
package com.mypay.frameworktest.database;

import org.jspecify.annotations.NullMarked;
