"""Is my file ready; the package; reading the acts; filing; what comes after."""
