package dev.rolecall.iam;

import dev.rolecall.fault.IamErrors;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.CreateAccountAliasRequest;
import software.amazon.awssdk.services.iam.model.CreateAccountAliasResponse;
import software.amazon.awssdk.services.iam.model.DeleteAccountAliasRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccountAliasResponse;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesRequest;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesResponse;

/// The account itself: its alias and its summary.
public final class AccountActions {
    private final Desk desk;

    AccountActions(Desk desk) {
        this.desk = desk;
    }

    /// Replaces the alias that the account has; no two accounts share one.
    public CreateAccountAliasResponse createAccountAlias(
            Caller caller, CreateAccountAliasRequest request) {
        Optional<String> alias = Optional.of(request.accountAlias());
        desk.change(
                caller,
                account -> {
                    if (desk.store().state().accounts().values().stream()
                            .anyMatch(other -> other.alias().equals(alias))) {
                        throw IamErrors.aliasExists(request.accountAlias());
                    }
                    return account.withAlias(alias);
                });
        return CreateAccountAliasResponse.builder().build();
    }

    public ListAccountAliasesResponse listAccountAliases(
            Caller caller, ListAccountAliasesRequest request) {
        List<String> aliases = desk.account(caller).alias().stream().toList();
        return ListAccountAliasesResponse.builder()
                .accountAliases(aliases)
                .isTruncated(false)
                .build();
    }

    public DeleteAccountAliasResponse deleteAccountAlias(
            Caller caller, DeleteAccountAliasRequest request) {
        desk.change(
                caller,
                account -> {
                    if (account.alias().filter(request.accountAlias()::equals).isEmpty()) {
                        throw IamErrors.noSuchAlias(request.accountAlias());
                    }
                    return account.withAlias(Optional.empty());
                });
        return DeleteAccountAliasResponse.builder().build();
    }

    public GetAccountSummaryResponse getAccountSummary(
            Caller caller, GetAccountSummaryRequest request) {
        return GetAccountSummaryResponse.builder()
                .summaryMapWithStrings(AccountSummary.of(desk.account(caller)))
                .build();
    }
}
