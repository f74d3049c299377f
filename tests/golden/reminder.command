report reminder 公交场站
