package com.mypay.cli.command;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.api.Http;
import com.mypay.cli.home.Home;

/** For commands that need a running installation: one clear line where there is none. */
final class RequireServer {

    private static final int OK = 200;

    private RequireServer() {}

    static void of(Home home) {
        try {
            if (new Http(home).get("/health/ready").status() == OK) {
                return;
            }
        } catch (Http.NoAnswer e) {
            throw CommandFailure.refused("server.down", home.directory());
        }
        throw CommandFailure.refused("server.notReady", home.directory());
    }
}
