package com.mypay.remittance.adapter.in.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

/** {@code /remittance}. */
@ApplicationPath("/")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "MyPay remittance",
                        version = "1",
                        description =
                                "Money to members and bank accounts, fees, standing remittances (송금, 수수료, 자동 송금)"))
public class RemittanceApplication extends Application {}
