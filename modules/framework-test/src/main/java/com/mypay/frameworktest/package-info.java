/**
 * What the tests of every module share: architecture rules, the Oracle gates, the database kit, stub servers and
 * message contracts. Used in test scope only.
 */
@NullMarked
package com.mypay.frameworktest;

import org.jspecify.annotations.NullMarked;
