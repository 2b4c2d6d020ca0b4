package com.mypay.banking.adapter.in.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

/** The service's REST API; resources are found by scanning. */
@ApplicationPath("/")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "MyPay banking",
                        version = "1",
                        description = "Members' bank accounts, contracts with banks, and every movement of real money"))
public class BankingApplication extends Application {}
