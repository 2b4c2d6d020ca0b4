package com.mypay.membership.adapter.in.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

/** {@code /membership}. */
@ApplicationPath("/")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "MyPay membership",
                        version = "1",
                        description = "Members, franchises, staff (회원, 가맹점, 직원)"))
public class MembershipApplication extends Application {}
