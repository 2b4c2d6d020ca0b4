/** Tests of the doctor. */
@NullMarked
package com.mypay.cli.doctor;

import org.jspecify.annotations.NullMarked;
