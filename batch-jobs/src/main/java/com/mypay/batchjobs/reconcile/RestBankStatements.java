package com.mypay.batchjobs.reconcile;

import com.mypay.framework.client.RemoteCalls;
import com.mypay.framework.client.RemoteRefusalException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** {@link BankStatements} over REST. */
@Dependent
public class RestBankStatements implements BankStatements {

    private static final String BANKING = "banking";

    private final BankingClient client;

    @Inject
    public RestBankStatements(@RestClient BankingClient client) {
        this.client = client;
    }

    @Override
    public List<String> corporateAccounts() {
        return RemoteCalls.call(BANKING, client::corporateAccounts).accounts().stream()
                .map(BankingClient.CorporateAccount::accountId)
                .toList();
    }

    @Override
    public Progress reconcile(String accountId, LocalDate date) {
        try {
            BankingClient.Reconciliation now = RemoteCalls.call(
                    BANKING, () -> client.reconcile(new BankingClient.Slice(accountId, date.toString())));
            return new Progress(now.status().equals("ENDED"), now.lines(), now.items());
        } catch (RemoteRefusalException e) {
            if (e.code().equals("STATEMENT_NOT_COMPLETE")) {
                throw new NotOverException(date, e);
            }
            throw e;
        }
    }
}
