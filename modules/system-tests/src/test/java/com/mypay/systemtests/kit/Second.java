package com.mypay.systemtests.kit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for the installation beside the shared one: for scenarios that leave it in a state in which others couldn't work,
 * and for those that need two. Its services' books need not agree with each other: commands that belong to one service's
 * side of a business are sent to it alone.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Second {}
