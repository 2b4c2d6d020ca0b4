/** Tests of the installation's directory. */
@NullMarked
package com.mypay.cli.home;

import org.jspecify.annotations.NullMarked;
