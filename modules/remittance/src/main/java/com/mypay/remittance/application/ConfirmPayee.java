package com.mypay.remittance.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.log.BusinessLog;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Ids;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import com.mypay.remittance.application.port.Banking;
import com.mypay.remittance.application.port.Memberships;
import com.mypay.remittance.application.port.Memberships.Member;
import com.mypay.remittance.domain.Confirmation;
import com.mypay.remittance.domain.Confirmations;
import com.mypay.remittance.domain.Partner;
import com.mypay.remittance.domain.PartnerKind;
import com.mypay.remittance.domain.Partners;
import com.mypay.remittance.domain.Payee;
import com.mypay.remittance.domain.VerificationLevel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks up a payee's name and shows it to the sender (받는 이 확인), who then sends with the token that comes with it. The
 * others are asked before the one transaction that writes; a repetition gets the first answer and asks nobody. Whoever is
 * in a confirmation is in the replica of members from then on, so that an acceptance asks nobody. Names aren't given away
 * by the thousand: a sender has so many confirmations an hour.
 */
@ApplicationScoped
public class ConfirmPayee {

    static final String OPERATION = "confirm/payee";

    private final Confirmations confirmations;
    private final Partners partners;
    private final Memberships memberships;
    private final Banking banking;
    private final Requests requests;
    private final Transactions transactions;
    private final ConfirmationLimit limit;
    private final Clock clock;
    private final Ids ids;

    @Inject
    public ConfirmPayee(
            Confirmations confirmations,
            Partners partners,
            Memberships memberships,
            Banking banking,
            Requests requests,
            Transactions transactions,
            ConfirmationLimit limit,
            Clock clock,
            Ids ids) {
        this.confirmations = confirmations;
        this.partners = partners;
        this.memberships = memberships;
        this.banking = banking;
        this.requests = requests;
        this.transactions = transactions;
        this.limit = limit;
        this.clock = clock;
        this.ids = ids;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ConfirmPayee() {
        this(null, null, null, null, null, null, null, null, null);
    }

    public record Command(Caller caller, RequestId requestId, MemberId sender, Whom whom) {}

    /**
     * A member, or an account at a bank.
     *
     * @param bankCode three digits
     * @param accountNumber in full; it goes to banking and is kept nowhere else
     */
    public record Whom(
            @Nullable MemberId member,
            @Nullable String bankCode,
            @Nullable String accountNumber) {

        public Whom {
            boolean account = bankCode != null && accountNumber != null;
            if ((member != null) == account || (bankCode == null) != (accountNumber == null)) {
                throw new RejectedException(RemittanceProblem.PAYEE_INCOMPLETE);
            }
        }
    }

    private record Content(MemberId sender, Whom whom) {}

    /**
     * Whom the sender sees.
     *
     * @param payeeKind {@code MEMBER} or {@code ACCOUNT}
     * @param level the sender's: {@code BASIC} or {@code VERIFIED}
     * @param expiresAt UTC
     */
    public record Answer(
            String confirmationToken,
            String payeeKind,
            String payeeName,
            @Nullable String bankCode,
            @Nullable String bankName,
            @Nullable String maskedNumber,
            String level,
            String expiresAt) {

        private static Answer of(Confirmation confirmation) {
            Payee payee = confirmation.payee();
            Optional<Payee.Account> account = Optional.ofNullable(payee.account());
            return new Answer(
                    confirmation.token(),
                    payee.kind().name(),
                    payee.name(),
                    account.map(Payee.Account::bankCode).orElse(null),
                    account.map(Payee.Account::bankName).orElse(null),
                    account.map(Payee.Account::maskedNumber).orElse(null),
                    confirmation.level().name(),
                    confirmation.expiresAt().toString());
        }
    }

    public Answer confirm(Command command) {
        MemberId sender = command.sender();
        if (!command.caller().mayActFor(sender)) {
            throw new RejectedException(RemittanceProblem.MEMBER_NOT_FOUND, "member " + sender);
        }
        CommandKey key =
                CommandKey.of(command.caller(), OPERATION, command.requestId(), new Content(sender, command.whom()));
        return transactions.inTransaction(() -> answerBefore(key)).orElseGet(() -> confirmNow(command, key));
    }

    /** A repetition isn't looked up again. */
    private Optional<Answer> answerBefore(CommandKey key) {
        return requests.outcome(key.caller(), OPERATION, key.requestId())
                .map(known -> requests.once(key, Answer.class, () -> {
                    throw new IllegalStateException("request " + key.requestId() + " was recorded and isn't any more");
                }));
    }

    private Answer confirmNow(Command command, CommandKey key) {
        MemberId sender = command.sender();
        requireActiveSender(sender);
        Payee payee = payee(sender, command.whom());
        VerificationLevel level = banking.levelOf(sender);
        return transactions.inTransaction(
                () -> requests.once(key, Answer.class, () -> Answer.of(confirmed(sender, payee, level))));
    }

    private Confirmation confirmed(MemberId sender, Payee payee, VerificationLevel level) {
        Confirmation confirmation = new Confirmation(
                ids.next(),
                sender,
                payee,
                level,
                clock.instant().truncatedTo(ChronoUnit.MICROS).plus(Confirmation.GOOD_FOR));
        confirmations.add(confirmation);
        BusinessLog.event(BusinessEvent.PAYEE_CONFIRMED)
                .member(sender)
                .detail("payeeKind", payee.kind())
                .write();
        return confirmation;
    }

    private void requireActiveSender(MemberId sender) {
        Partner known = transactions
                .inTransaction(() -> {
                    requireWithinLimit(sender);
                    return partners.find(Set.of(sender));
                })
                .stream()
                .findFirst()
                .or(() -> ask(sender).map(Member::partner))
                .filter(partner -> partner.kind() == PartnerKind.PERSONAL)
                .orElseThrow(() -> new RejectedException(RemittanceProblem.MEMBER_NOT_FOUND, "member " + sender));
        if (!known.isActive()) {
            throw new RejectedException(RemittanceProblem.MEMBER_NOT_ACTIVE, "member " + sender);
        }
    }

    /** Before anybody is asked. What is under way at the same moment isn't counted. */
    private void requireWithinLimit(MemberId sender) {
        Instant expiring = clock.instant().plus(Confirmation.GOOD_FOR);
        if (confirmations.count(sender, expiring.minus(ConfirmationLimit.PERIOD), expiring) >= limit.perHour()) {
            throw new RejectedException(
                    RemittanceProblem.TOO_MANY_CONFIRMATIONS, "at most " + limit.perHour() + " an hour");
        }
    }

    private Payee payee(MemberId sender, Whom whom) {
        MemberId member = whom.member();
        if (member != null) {
            return payee(sender, member);
        }
        if (whom.bankCode() == null || whom.accountNumber() == null) {
            throw new IllegalStateException("neither a member nor an account");
        }
        return banking.confirmPayee(whom.bankCode(), whom.accountNumber());
    }

    private Payee payee(MemberId sender, MemberId id) {
        if (id.equals(sender)) {
            throw new RejectedException(RemittanceProblem.PAYEE_IS_SENDER);
        }
        Member member = ask(id).filter(found -> found.partner().kind() == PartnerKind.PERSONAL)
                .orElseThrow(() -> new RejectedException(RemittanceProblem.PAYEE_NOT_FOUND, "member " + id));
        if (!member.partner().isActive()) {
            throw new RejectedException(RemittanceProblem.PAYEE_NOT_ACTIVE, "member " + id);
        }
        return Payee.member(id, member.name());
    }

    private Optional<Member> ask(MemberId id) {
        Optional<Member> told = memberships.find(id);
        told.ifPresent(member -> transactions.inTransaction(() -> partners.follow(member.partner())));
        return told;
    }
}
