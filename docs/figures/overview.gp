# The picture of the README from a run folder:
#   gnuplot -e "run='runs/kazakhstan'" docs/figures/overview.gp
# Needs gnuplot (Debian: gnuplot-nox). Scale 1:1 is assumed.
set terminal pngcairo size 1500,760 font "DejaVu Sans,13" background rgb "#ffffff"
set output "docs/figures/overview.png"
set datafile separator ","
region(n) = system(sprintf("sed -n '%d p' assets/kazakhstan/regions.csv | cut -d, -f2", n + 1))
# Net interregional registered migration of 2023 by region, simulated, and of 2022 from the table.
simulated = sprintf("< awk -F, 'NR==1{for(i=1;i<=NF;i++)c[$i]=i;next} substr($1,1,4)==\"2023\"{n[$2]+=$c[\"arrivals_interregional_registered_persons\"]-$c[\"departures_interregional_registered_persons\"]} END{for(k in n)print k\",\"n[k]}' %s/panel.csv", run)
joined = sprintf("< (%s) | sort > /tmp/qonys_sim.csv; awk -F, 'NR>1 && $2==2022 && $1!=\"KZ\"{print $1\",\"$5}' assets/kazakhstan/migration_net.csv | sort > /tmp/qonys_obs.csv; awk -F, 'NR>1{print $1\",\"$2}' assets/kazakhstan/regions.csv | sort > /tmp/qonys_names.csv; join -t, /tmp/qonys_names.csv /tmp/qonys_sim.csv | join -t, - /tmp/qonys_obs.csv | sort -t, -k3,3n", simulated[3:])
set multiplot layout 1,2 title "Qonys: 19.8 million citizens of Kazakhstan, month by month" font ",17"
set border 3 lc rgb "#888888"
set tics nomirror out
set grid x lc rgb "#dddddd" lt 1
set key bottom right
set title "Net migration between regions, registered, thousand persons a year" font ",14"
set style fill solid 0.85
set yrange [-0.7:19.7]
set xrange [-28:45]
plot joined using ($3/2000.):0:($3/2000.):(0.32):ytic(2) with boxxyerrorbars lc rgb "#2b6ca3" title "simulated 2023", \
     joined using ($4/1000.):0 with points pt 7 ps 1.1 lc rgb "#e08214" title "table 2022"
set yrange [0:*]
set xrange [*:*]
set xdata time
set timefmt "%Y-%m"
set format x "%Y"
set xtics "2025-01", 157788000
set grid y lc rgb "#dddddd" lt 1
set key top left
set title "Astana: three populations, thousand persons (a projection)" font ",14"
# Columns by name: their numbers move when a column is added.
astana = sprintf("< sed -n '1p;/,KZ-71,/p' %s/panel.csv", run)
plot astana using "month":(column("served_persons")/1000.) with lines lw 3 lc rgb "#e08214" title "served on a working day", \
     astana using "month":(column("population_actual_persons")/1000.) with lines lw 3 lc rgb "#2b6ca3" title "living there", \
     astana using "month":(column("population_registered_persons")/1000.) with lines lw 3 lc rgb "#7fb5d8" title "registered"
unset multiplot
