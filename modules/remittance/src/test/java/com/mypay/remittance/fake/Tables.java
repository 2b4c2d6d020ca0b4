package com.mypay.remittance.fake;

import com.mypay.remittance.domain.Confirmations;
import com.mypay.remittance.domain.Partners;
import com.mypay.remittance.domain.RemittanceFees;
import com.mypay.remittance.domain.Remittances;
import com.mypay.remittance.domain.Resolutions;
import com.mypay.remittance.domain.Senders;
import com.mypay.remittance.domain.StandingRemittances;

/** All repositories of remittance, in memory or on a database. */
public interface Tables {

    Remittances remittances();

    Senders senders();

    Confirmations confirmations();

    Partners partners();

    RemittanceFees fees();

    StandingRemittances standings();

    Resolutions resolutions();
}
