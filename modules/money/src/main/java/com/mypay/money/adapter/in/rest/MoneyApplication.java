package com.mypay.money.adapter.in.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

/** Resources and providers are found by scanning. */
@ApplicationPath("/")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "MyPay money",
                        version = "1.0",
                        description = "What members have (마이 머니), how it changes, and the ledger behind it."))
public class MoneyApplication extends Application {}
