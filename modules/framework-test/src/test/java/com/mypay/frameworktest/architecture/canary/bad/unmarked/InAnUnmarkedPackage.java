package com.mypay.frameworktest.architecture.canary.bad.unmarked;

/** Canary: nobody says what may be null here. */
class InAnUnmarkedPackage {}
