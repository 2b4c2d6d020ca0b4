package com.mypay.framework.value;

/**
 * Issues ids of rows and messages: a UUIDv7 (RFC 9562) as 32 hex digits, rising with time, unique across servers
 * without asking anybody. Injected, so that tests can foresee them.
 */
@FunctionalInterface
public interface Ids {

    String next();
}
